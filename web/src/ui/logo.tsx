/** An open journal with a tick: the portal's own sign. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#1f6c7d" />
      <path d="M16 10c-2.4-1.7-5.3-2.3-9-2v14c3.7-.3 6.6.3 9 2 2.4-1.7 5.3-2.3 9-2V8c-3.7-.3-6.6.3-9 2Z" fill="#fff" />
      <path d="M16 10v14" stroke="#8fc0cb" strokeWidth="1.4" />
      <path d="m18.6 15.4 1.9 1.9 3-3.5" fill="none" stroke="#1f6c7d" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M9.3 13.2h4M9.3 16h4M9.3 18.8h2.6" stroke="#8fc0cb" strokeWidth="1.3" strokeLinecap="round" />
    </svg>
  );
}
