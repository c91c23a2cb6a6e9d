/** Today where the person is, as `2026-01-31`. */
export function localDay(now: number = performance.timeOrigin + performance.now()): string {
  const date = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
