import pino from 'pino';

const redacted = ['password', 'token', 'cookie', 'authorization', 'email', '*.password', '*.token', '*.email', 'req.headers.cookie'];

/** Operational log (not evidence): structured, redacted at the sink. Its level follows LOG_LEVEL from `startLogging`. */
export const logger = pino({ level: 'info', redact: { paths: redacted, censor: '[redacted]' } });

export function startLogging(level: string): void {
  logger.level = level;
}
