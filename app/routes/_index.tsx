import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { localeOf } from '~/identity/request-locale.server';
import { optionalPerson } from '~/identity/require.server';
import { courseToContinue } from '~/learning/core/catalogue';
import { catalogue } from '~/learning/queries/catalogue.server';
import { HomePublic } from '~/learning/ui/home-public';
import { HomeSignedIn } from '~/learning/ui/home-signed-in';
import { db } from '~/platform/db.server';

export const handle = { light: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await optionalPerson(request);
  const courses = await catalogue(db, { personId: signedIn?.person.id ?? null, locale: localeOf(request, signedIn) });
  return data({ courses, toContinue: courseToContinue(courses), person: signedIn && { name: signedIn.person.name, roles: signedIn.roles } });
}

export default function Home() {
  const { courses, toContinue, person } = useLoaderData<typeof loader>();
  return person ? <HomeSignedIn name={person.name} roles={person.roles} courses={courses} toContinue={toContinue} /> : <HomePublic courses={courses} />;
}
