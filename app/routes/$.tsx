import { notFound } from '~/platform/http/problem.server';

export const handle = { light: true };

/** Every address that is not one of ours, so that the answer is in the person's language and frame. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function UnknownAddress() {
  return null;
}
