import '@remix-run/node';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Allows this response's inline scripts; a fresh one per response. */
    readonly nonce: string;
    /** Names this request in the log and on error pages. */
    readonly requestId: string;
  }
}
