/** Where a request comes from, as the trusted proxies tell it: our server sets this header itself and drops what it was sent. */
export function clientAddress(request: Request): string {
  return request.headers.get('x-client-address') ?? 'unknown';
}
