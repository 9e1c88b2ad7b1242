import { z } from 'zod';

/** Most numbers that one attempt can use up: a thousand answers a minute for a day. */
const mostNumbers = 1_440_000;

const optionId = z.string().min(1).max(40);
/** A field that may come once, many times or not at all. */
const response = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(optionId).max(50));

/** The form of one question, as the contract names its fields. Whether the question has such options is the command's to say. */
export const answerForm = z.object({
  answerId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  number: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .pipe(z.int().max(mostNumbers)),
  item: z.string().min(1).max(40),
  response,
  /** The second button: mark the question to be looked at again, or take the mark away. */
  flag: z.enum(['on', 'off']).optional(),
});
