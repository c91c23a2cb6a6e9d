import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Leads elsewhere, once.
 *
 * The router's own `Navigate` goes again on every render; one that carries the address it came from
 * would then carry itself.
 */
export function Redirect({ href }: { readonly href: string }) {
  const navigate = useNavigate()
  const first = useRef(href)
  useEffect(() => void navigate({ href: first.current, replace: true }), [navigate])
  return null
}
