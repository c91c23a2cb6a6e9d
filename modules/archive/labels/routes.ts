/** Labels over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole, asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { route } from '../../../platform/server/http/route.ts'
import { Label, LabelChange, LabelList, Labelling, LabellingAnswer, LabelWithCount, NewLabel } from '../contract.ts'
import type { Labels } from './labels.ts'

const staff = asRole('admin', 'clerk')
const readers = asRoleOrToken('read', 'admin', 'clerk')
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const listLabels = route({
  method: 'GET', url: '/api/labels', summary: 'The labels of the site', allow: readers, answer: LabelList,
  async handle(labels: Labels) {
    return { labels: [...(await labels.all())] }
  },
})

const showLabel = route({
  method: 'GET', url: '/api/labels/:id', summary: 'A label, and how many studies bear it', allow: readers, params: ById, answer: LabelWithCount,
  handle: async (labels: Labels, { params }) => (await labels.one(params.id)) ?? noLabel(),
})

const makeLabel = route({
  method: 'POST', url: '/api/labels', summary: 'Add a label to those of the site', allow: staff, body: NewLabel, answer: Label,
  async handle(labels: Labels, { caller, address, body }) {
    const outcome = await labels.make({ caller, address }, body)
    switch (outcome.kind) {
      case 'made': return outcome.label
      case 'name-taken': return nameTaken()
      case 'too-many': throw new Problem('label-limit', 409, 'There are as many labels as a site may have. Remove one to add another.')
    }
  },
})

const changeLabel = route({
  method: 'PATCH', url: '/api/labels/:id', summary: 'Name or colour a label otherwise', allow: staff, params: ById, body: LabelChange, answer: Label,
  async handle(labels: Labels, { caller, address, params, body: { name, colour } }) {
    const outcome = await labels.change({ caller, address }, params.id, { ...(name !== undefined && { name }), ...(colour !== undefined && { colour }) })
    switch (outcome.kind) {
      case 'changed': return outcome.label
      case 'name-taken': return nameTaken()
      case 'not-found': return noLabel()
    }
  },
})

const removeLabel = route({
  method: 'DELETE', url: '/api/labels/:id', summary: 'Remove a label from the site, and from every study', allow: asRole('admin'), params: ById,
  async handle(labels: Labels, { caller, address, params }) {
    if (!(await labels.remove({ caller, address }, params.id))) noLabel()
  },
})

const labelStudies = route({
  method: 'POST', url: '/api/labels/studies', summary: 'Put labels on studies, or take them off; tells what they bear then', allow: asRoleOrToken('store', 'admin', 'clerk'),
  body: Labelling, answer: LabellingAnswer,
  async handle(labels: Labels, { caller, address, body }) {
    const outcome = await labels.put({ caller, address }, body)
    if (outcome.kind === 'no-label') return noLabel()
    return { changed: outcome.changed, missing: [...outcome.missing], bearing: [...outcome.bearing] }
  },
})

const labelsOfStudy = route({
  method: 'GET', url: '/api/studies/:id/labels', summary: 'The labels of a study, by our id or its UID', allow: readers, params: ById, answer: LabelList,
  async handle(labels: Labels, { caller, params }) {
    const found = await labels.of(caller, params.id)
    if (found === undefined) throw new Problem('study-not-found', 404, 'There is no such study.')
    return { labels: [...found] }
  },
})

function noLabel(): never {
  throw new Problem('label-not-found', 404, 'There is no such label.')
}

function nameTaken(): never {
  throw new Problem('label-taken', 409, 'There is a label of this name.')
}

export const labelRoutes = [listLabels, showLabel, makeLabel, changeLabel, removeLabel, labelStudies, labelsOfStudy]
