import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SpeakingProvider } from '~/i18n/speaking';
import { chosenLanguageCookie, localeOf } from '~/identity/request-locale.server';
import { optionalPerson } from '~/identity/require.server';
import { direction, sourceLocale } from '~/kernel/locale';
import { islandUrl } from '~/site/islands';
import { messages } from '~/site/messages';
import { ProblemPage } from '~/site/problem-page';
import { requestIdMeta, useNonce, useRequestId } from '~/site/request-id';
import { SiteFrame } from '~/site/site-frame';
import stylesheet from '~/ui/app.css?url';

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const t = messages.translator(page?.locale ?? sourceLocale);
  return [{ title: `${t('site.name')} · ${t('site.tagline')}` }];
};

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await optionalPerson(request);
  const locale = localeOf(request, signedIn);
  const chosen = chosenLanguageCookie(request);
  return data(
    {
      locale,
      timeZone: signedIn?.person.timeZone ?? 'UTC',
      person: signedIn && { name: signedIn.person.name, roles: signedIn.roles },
    },
    chosen ? { headers: { 'Set-Cookie': chosen } } : undefined,
  );
}

interface PageHandle {
  /** The page sends no React. */
  readonly light?: boolean;
  /** Small modules that the page needs beyond HTML, as `feature/name`. */
  readonly islands?: readonly string[];
}

function usePageHandle(): { light: boolean; islands: readonly string[] } {
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  return { light: handles.some((handle) => handle?.light), islands: handles.flatMap((handle) => handle?.islands ?? []) };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const page = useRouteLoaderData<typeof loader>('root');
  const locale = page?.locale ?? sourceLocale;
  const { light, islands } = usePageHandle();
  const requestId = useRequestId();
  const nonce = useNonce();
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {requestId && <meta name={requestIdMeta} content={requestId} />}
        <Meta />
        <Links />
      </head>
      <body>
        <SpeakingProvider locale={locale} timeZone={page?.timeZone ?? 'UTC'}>
          <SiteFrame person={page?.person ?? null}>{children}</SiteFrame>
        </SpeakingProvider>
        {islands.map((name) => <script key={name} type="module" src={islandUrl(name)} />)}
        {!light && <ScrollRestoration nonce={nonce} />}
        {!light && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage error={useRouteError()} />;
}
