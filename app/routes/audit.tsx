import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { AuditFrame } from '~/audit/ui/audit-frame';
import { requireRole } from '~/identity/require.server';

export const handle = { light: true };

/** The auditor's pages. Each asks for the role again: this one only draws the menu. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, 'auditor');
  return null;
}

/** Names of people stay out of the caches of shared machines. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export default function Audit() {
  return <AuditFrame><Outlet /></AuditFrame>;
}
