import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<Map<string, Promise<unknown>>>();

/** Runs one request in a scope of its own. */
export function inRequestScope<Value>(work: () => Value): Value {
  return scope.run(new Map(), work);
}

/**
 * Makes a value once per request, however many loaders ask for it. (Remix hands every loader its own copy of the Request, so
 * the request object cannot be the key.) Outside a request it is made each time.
 */
export function oncePerRequest<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
  const values = scope.getStore();
  if (!values) return make();
  const known = values.get(key) as Promise<Value> | undefined;
  if (known) return known;
  const made = make();
  values.set(key, made);
  return made;
}

/** Whether the value was made in this request. */
export function isKnownInRequest(key: string): boolean {
  return scope.getStore()?.has(key) ?? false;
}

/** Forgets a value, when the request itself changed what it says (signing in or out). */
export function forgetInRequest(key: string): void {
  scope.getStore()?.delete(key);
}
