/**
 * Files that take minutes come first, and those of a moment last: then all workers end at about the same time. How long
 * a file takes is not written down; by its folder and its size it is told well enough.
 *
 * @module
 */
import { statSync } from 'node:fs'
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first. Files of a project stay together: they share what is loaded. */
const FOLDERS = ['tests/faults', 'tests/browser', 'tests/interop', 'tests', 'app', 'modules', 'platform', 'packages']

export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ranked = files.map((file) => ({ file, rank: rankOf(relative(this.ctx.config.root, file.moduleId)), size: statSync(file.moduleId).size }))
    return Promise.resolve(ranked.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ file }) => file))
  }
}

function rankOf(path: string): number {
  return FOLDERS.findIndex((folder) => path.startsWith(`${folder}/`))
}
