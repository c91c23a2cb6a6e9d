import { Button, type ButtonProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'

export interface LinkButtonProps extends ButtonProps {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** Looks like a button because it is the page's action; is a link because it leads elsewhere. */
export function LinkButton({ to, search, ...look }: LinkButtonProps) {
  return (
    <Button
      {...look}
      renderRoot={(props: object) => <Link to={to} {...(search === undefined ? {} : { search })} {...props} />}
    />
  )
}
