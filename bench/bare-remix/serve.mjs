/** The bare page behind Express with the stock pieces, so that the comparison measures what Bluepost adds. */
import express from 'express';
import { createRequestHandler, writeReadableStreamToWritable } from '@remix-run/node';
import * as build from './build/server/index.js';

const handle = createRequestHandler(build, 'production');
const app = express();
app.get('*', async (incoming, response) => {
  const answer = await handle(new Request(`http://localhost${incoming.originalUrl}`));
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  await writeReadableStreamToWritable(answer.body, response);
});
app.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('listening\n'));
