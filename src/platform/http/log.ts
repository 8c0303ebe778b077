import pino, { type Logger } from 'pino'

/**
 * The program's log: one JSON object a line, to standard output. No names, addresses, texts, tokens or ids of people;
 * a request is its method and the pattern of its route.
 * @param destination instead of standard output, where a test listens
 */
export const openLog = (level: string, destination?: { write(line: string): void }): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
          method: request.method,
          route: request.routeOptions?.url ?? null,
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
        // A database error's detail repeats the row, so only its message and code are kept.
        err: (error: Error & { code?: string }) => ({
          type: error.name,
          message: error.message,
          code: error.code,
          stack: error.stack,
        }),
      },
    },
    destination ?? pino.destination(1),
  )
