import { useLocation } from '@tanstack/react-router'

/** A value from the address's query; what it holds was typed by anybody. */
export function useSearchValue(name: string): unknown {
  const search: unknown = useLocation().search
  return typeof search === 'object' && search !== null ? (search as Record<string, unknown>)[name] : undefined
}

/** The address to come back to after signing in; only ever a path of this site. */
export function useCameFrom(): string {
  const from = useSearchValue('from')
  return typeof from === 'string' && isOwnPath(from) ? from : '/'
}

/** `//host` and `/\host` are other sites to a browser. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path)
}
