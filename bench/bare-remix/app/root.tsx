import { Outlet } from '@remix-run/react';

export default function App() {
  return <html lang="en"><head><title>Bare</title></head><body><Outlet /></body></html>;
}
