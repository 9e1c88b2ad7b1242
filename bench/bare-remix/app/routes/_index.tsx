import { useLoaderData } from '@remix-run/react';

/** As many bytes of text as the page it is compared with, and nothing else: no session, no database, no script. */
export function loader() {
  return { text: 'x'.repeat(Number(process.env['BARE_BYTES'] ?? 0)) };
}

export default function Bare() {
  return <main>{useLoaderData<typeof loader>().text}</main>;
}
