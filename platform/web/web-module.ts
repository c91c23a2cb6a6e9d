/**
 * What a module brings to the house: pages, rooms in the rail, sections of the account page.
 *
 * A page states whom it allows, as a route of the server does. This only spares
 * people a page of refusals: the server decides for itself.
 */
import type { Icon } from '@tabler/icons-react'
import type { RouteComponent } from '@tanstack/react-router'
import { createContext, useContext, type ComponentType } from 'react'
import type { LockProps } from './lock.ts'
import type { Role } from './session.ts'

/** Who has an account. */
export const everyone: readonly Role[] = ['admin', 'clerk', 'doctor', 'patient']

/** Code of a page comes when it is needed; `preload` fetches it when a link is about to be followed. */
export type PageComponent = RouteComponent

export interface Page {
  readonly path: string
  /** `visitors`: before signing in, outside the frame. */
  readonly allow: readonly Role[] | 'visitors'
  readonly component: PageComponent
  /** It fills the window: without the bar and the rail of the house. */
  readonly whole?: boolean
}

/** An entry of the rail. The first that a role may enter is its first screen. */
export interface Room {
  readonly to: string
  readonly allow: readonly Role[]
  readonly icon: Icon
  readonly useLabel: () => string
  /** Where a setting of the site decides, too: out of sight until it is known. */
  readonly useIsShown?: () => boolean
  /** Behind the rooms of the daily work: what is set up and looked after now and then. */
  readonly isUpkeep?: boolean
}

export interface AccountSection {
  readonly id: string
  readonly allow: readonly Role[]
  readonly icon: Icon
  readonly useLabel: () => string
  readonly component: ComponentType
}

/** A study that a page shows, as far as another module needs to know it. */
export interface ShownStudy {
  readonly studyUid: string
  readonly instances: number
}

/** What a module can do with studies: offered where another module's page shows some. */
export interface StudyAction {
  readonly id: string
  readonly allow: readonly Role[]
  readonly component: ComponentType<{ readonly studies: readonly ShownStudy[] }>
}

/** Shows nothing; keeps data fresh and tells news on every page. */
export interface Watcher {
  readonly allow: readonly Role[]
  /** It hears the server's events, which are kept open for it. */
  readonly hearsEvents?: boolean
  readonly component: ComponentType
}

export interface WebModule {
  readonly name: string
  readonly pages: readonly Page[]
  readonly rooms?: readonly Room[]
  readonly accountSections?: readonly AccountSection[]
  readonly studyActions?: readonly StudyAction[]
  readonly watchers?: readonly Watcher[]
  /** In place of the house while it is locked. One module has it. */
  readonly lock?: ComponentType<LockProps>
}

export const Modules = createContext<readonly WebModule[]>([])

/** Those of the daily work first. */
export function useRooms(role: Role): readonly Room[] {
  const rooms = useContext(Modules).flatMap(({ rooms = [] }) => rooms.filter(({ allow }) => allow.includes(role)))
    // The same rooms in the same order at each call: hooks among them stay in step.
    .filter(({ useIsShown }) => useIsShown?.() ?? true)
  return [...rooms.filter(({ isUpkeep }) => isUpkeep !== true), ...rooms.filter(({ isUpkeep }) => isUpkeep === true)]
}

export function useAccountSections(role: Role): readonly AccountSection[] {
  return useContext(Modules).flatMap(({ accountSections = [] }) =>
    accountSections.filter(({ allow }) => allow.includes(role)))
}

export function useStudyActions(role: Role): readonly StudyAction[] {
  return useContext(Modules).flatMap(({ studyActions = [] }) => studyActions.filter(({ allow }) => allow.includes(role)))
}

export function useWatchers(role: Role): readonly Watcher[] {
  return useContext(Modules).flatMap(({ watchers = [] }) => watchers.filter(({ allow }) => allow.includes(role)))
}

export function useLockScreen(): ComponentType<LockProps> | undefined {
  return useContext(Modules).find(({ lock }) => lock !== undefined)?.lock
}
