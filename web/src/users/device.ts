/** The first that fits names it: Edge and Opera say Chrome too, and Chrome says Safari. */
const PROGRAMS: [RegExp, string][] = [
  [/\bEdg/, 'Edge'],
  [/\b(OPR|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\b/, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\b/, 'Firefox'],
  [/\b(Headless)?(Chrome|CriOS)\b/, 'Chrome'],
  [/\bSafari\b/, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** "Firefox, Windows"; what is no browser goes by its own name: "curl". */
export function deviceName(userAgent: string): string {
  const program = nameIn(PROGRAMS, userAgent) ?? userAgent.match(/^[\w.-]{2,40}/)?.[0]
  const system = nameIn(SYSTEMS, userAgent)
  return [program ?? 'Something unnamed', system].filter(Boolean).join(', ')
}

function nameIn(names: [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([says]) => says.test(userAgent))?.[1]
}
