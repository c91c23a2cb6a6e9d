/**
 * A head that never was: which tissue lies at a point, in millimetres from the middle of
 * the brain (x to the patient's left, y to the back, z to the top).
 *
 * @module
 */
import { norm, step, type Noise } from './noise.ts'

export type Tissue =
  | 'air' | 'fat' | 'muscle' | 'bone' | 'marrow' | 'water' | 'gray' | 'white' | 'deep gray' | 'lesion'

export interface Head {
  readonly folds: Noise
  readonly shape: Noise
  /** Bright spots of white matter in T2, as most people have after fifty. */
  readonly spots: readonly (readonly [x: number, y: number, z: number, radius: number])[]
}

/** Half width, half length and half height of the outer table of the skull. */
const SKULL = { x: 70, y: 90, z: 82 }
const SKULL_MM = 6.5
const SCALP_MM = 6

export function tissueAt(head: Head, x: number, y: number, z: number): Tissue {
  const wobble = head.shape(x / 34, y / 34, z / 40 + 9) * 2
  const depth = depthIn(x, y, z) + wobble * 0.5
  if (depth < -SCALP_MM) return orbitOrNose(x, y, z) ?? 'air'
  const face = orbitOrNose(x, y, z) ?? skullBase(x, y, z)
  if (face !== null) return face
  if (depth < 0) return scalp(depth, y, z)
  const skull = SKULL_MM + wobble
  if (depth < skull) return depth > 2 && depth < skull - 1.8 && z > -25 ? 'marrow' : 'bone'
  if (z < -14) return belowTentorium(head, x, y, z, depth - skull) ?? brain(head, x, y, z, depth - skull)
  return deepBrain(head, x, y, z) ?? brain(head, x, y, z, depth - skull)
}

/** Skin, fat, and the temporal muscle, which thins out to the top, the front and the back. */
function scalp(depth: number, y: number, z: number): Tissue {
  const muscle = 5 - ((y + 8) / 42) ** 2 * 4.5 - Math.max(z + 10, 0) * 0.12
  return depth < -SCALP_MM + 1.1 || depth > -muscle ? 'muscle' : 'fat'
}

/** Distance inwards from the outer table; the forehead is narrower than the back, the base flatter than the top. */
function depthIn(x: number, y: number, z: number): number {
  const narrow = 1 - 0.13 * step(10, -90, y)
  const height = z > 0 ? Math.sqrt(Math.max(1 - (z / (SKULL.z + 8)) ** 2, 0)) : Math.sqrt(Math.max(1 - (z / 150) ** 2, 0))
  const [a, b] = [SKULL.x * narrow * height, SKULL.y * height]
  const radius = norm(x / a, y / b)
  // Near the top the wall is met at a slant, so the same millimetres cover more of the picture.
  return (1 - radius) * Math.min(a, b) * 1.08
}

/**
 * Cortex as it lies along every sulcus: a sulcus is where a noise crosses zero, and the noise over its
 * slope is about the distance to it. Water, then a ribbon of grey, then white.
 */
function brain(head: Head, x: number, y: number, z: number, inside: number): Tissue {
  const split = Math.abs(x + head.shape(y / 18, z / 18, 3) * 1.5) + inCorpusCallosum(x, y, z) * 60
  const fromWall = Math.min(inside - 1.2, split - 0.2)
  if (fromWall < 0.5) return 'water'
  const reach = Math.max(fromWall - 13 - head.shape(x / 25, y / 25, z / 25 + 5) * 4, 0) * 0.55
  const sulcus = fromWall < 26 ? Math.abs(head.folds(x / 14 + 5, y / 14, z / 16)) * 11 + reach : 99
  const branch = fromWall < 14 ? Math.abs(head.folds(x / 10, y / 10 + 9, z / 12)) * 9 + Math.max(fromWall - 7, 0) * 0.6 + 0.8 : 99
  const insula = Math.abs(y + 8) < 24 && z > -14 && z < 22 ? insulaAt(Math.abs(x), y) : 99
  const distance = Math.min(fromWall, sulcus, branch, insula)
  if (distance < 0.75) return 'water'
  if (distance < 3.5) return 'gray'
  return inSpot(head, x, y, z) ? 'lesion' : 'white'
}

/** Distance to the lateral fissure and the insula at its bottom. */
function insulaAt(half: number, y: number): number {
  const fissure = half > 37 ? Math.abs(y + 13 + Math.sin((half - 37) / 7) * 3) - 0.4 : 99
  const bent = half - 38 + (y + 8) ** 2 / 70
  return Math.min(fissure, norm(bent, Math.max(Math.abs(y + 8) - 14, 0)))
}

/** How deep in the white matter that joins both halves, 0 to 1. */
function inCorpusCallosum(x: number, y: number, z: number): number {
  const front = norm(x / 26, (y - 1) / 42, (z - 4) / 27)
  return Math.max(1 - front, 0)
}

function inSpot({ spots }: Head, x: number, y: number, z: number): boolean {
  return spots.some(([sx, sy, sz, radius]) => norm(x - sx, y - sy, (z - sz) * 0.6) < radius)
}

interface Nucleus {
  readonly tissue: Tissue
  readonly x: number
  readonly y: number
  readonly z: number
  readonly rx: number
  readonly ry: number
  readonly rz: number
  readonly cos: number
  readonly sin: number
}

function nucleus(tissue: Tissue, [x, y, z]: Triple, [rx, ry, rz]: Triple, turn: number): Nucleus {
  return { tissue, x, y, z, rx, ry, rz, cos: Math.cos(turn), sin: Math.sin(turn) }
}

type Triple = readonly [number, number, number]

/** Ellipsoids of the left half; the first that holds a point wins. */
const DEEP: readonly Nucleus[] = [
  nucleus('water', [8, -20, 12], [4.2, 15, 15], 0.32), // frontal horn
  nucleus('water', [10, 4, 24], [5.4, 27, 6.5], 0.05), // body of the lateral ventricle
  nucleus('water', [22, 32, 9], [5.4, 12, 13], -0.5), // its atrium
  nucleus('water', [0, 5, 1], [2.2, 12, 9], 0), // third ventricle
  nucleus('deep gray', [13.5, -15, 11], [4.6, 10, 12], 0.25), // caudate
  nucleus('deep gray', [10, 11, 5], [8, 13, 10], -0.35), // thalamus
  nucleus('deep gray', [25, -3, 4], [4.6, 15, 10], -0.22), // putamen
  nucleus('deep gray', [19, 0, 3], [4, 9, 7], -0.3), // pallidum
]

function deepBrain(head: Head, x: number, y: number, z: number): Tissue | null {
  if (Math.abs(x) > 36 || Math.abs(y) > 50 || z > 36) return null
  const warp = head.shape(x / 20, y / 20, z / 20 + 3) * 0.22
  for (const one of DEEP) {
    const dx = Math.abs(x) - one.x
    const dy = y - one.y
    const u = (dx * one.cos + dy * one.sin) / one.rx
    const v = (dy * one.cos - dx * one.sin) / one.ry
    const w = (z - one.z) / one.rz
    if (u * u + v * v + w * w + warp < 1) return one.tissue
  }
  return null
}

/** Brain stem and cerebellum with its leaves; between them and the temporal lobes lies water. */
function belowTentorium(head: Head, x: number, y: number, z: number, inside: number): Tissue | null {
  const sag = (-14 - z) / 40
  const stem = norm(x / (14 - sag * 5), (y - 12 - sag * 8) / (13 - sag * 3))
  if (norm(x / 6, (y - 29) / 3.5) < 1 && z > -45) return 'water' // fourth ventricle
  if (stem < 1) return 'white'
  if (stem < 1.25 && y < 22) return 'water'
  if (y < 15 + Math.abs(x) * 0.22) return null
  if (inside < 2.2 || (y < 17 + Math.abs(x) * 0.22)) return 'water'
  return cerebellum(head, x, y, z, inside)
}

/** Leaves in arcs around the fourth ventricle, white matter in the middle of each half. */
function cerebellum(head: Head, x: number, y: number, z: number, inside: number): Tissue {
  const half = Math.abs(x)
  const core = norm((half - 17) / 13, (y - 42 + half * 0.2) / 8) + head.folds(x / 8, y / 8, z / 9) * 0.35
  if (core < 1) return 'white'
  const arc = norm(x * 0.75, y - 18) + head.folds(x / 10, y / 10, z / 9) * 2.2
  const leaf = Math.sin(arc * 1.75)
  if (leaf > 0.93 - Math.max(5 - inside, 0) * 0.05 && inside < 22) return 'water'
  return leaf < -0.55 && inside > 4 ? 'white' : 'gray'
}

/** The base of the skull below the frontal lobes and between the temporal ones. */
function skullBase(x: number, y: number, z: number): Tissue | null {
  if (z > -16) return null
  const half = Math.abs(x)
  const petrous = Math.abs(y - 14 + (half - 20) * 0.55) < 7 + (half - 20) * 0.05 && half > 15 && half < 66 && z < -27 && z > -46
  if (petrous) return Math.abs(y - 14 + (half - 20) * 0.55) < 3.5 && half > 48 ? 'air' : 'bone'
  const clivus = half < 14 && y > -22 && y < -3 && z < -22
  if (clivus) return half < 11 && y > -19 && y < -6 ? 'marrow' : 'bone'
  const frontFloor = y < -38 + half ** 2 * 0.004 - (-22 - z) * 0.3 && z < -22
  if (!frontFloor) return null
  if (half < 13) return nose(half, y)
  return half > 44 && y > -60 ? 'muscle' : half > 56 ? 'fat' : 'bone'
}

function nose(half: number, y: number): Tissue {
  return half < 1.3 || (half > 5.5 && half < 7.5) || (half > 10.5 && half < 11.5) || y < -84 ? 'muscle' : 'air'
}

/** Eyes in their fat, and their nerves. */
function orbitOrNose(x: number, y: number, z: number): Tissue | null {
  const half = Math.abs(x)
  const eye = norm(half - 31, y + 76, z + 34)
  if (eye < 12) {
    const lens = norm((half - 31) / 5, (y + 84.5) / 2.6, (z + 34) / 5)
    return lens < 1 ? 'gray' : eye > 11 ? 'muscle' : 'water'
  }
  const socket = norm((half - 31) / 17.5, (y + 64) / 25, (z + 35) / 19) < 1 && y > -80
  if (!socket) return null
  const cone = norm((half - 29 + (y + 64) * 0.35) / 2, (z + 34) / 3)
  if (y > -66 && cone < 1) return 'white'
  const rectus = Math.abs(Math.abs(half - 29 + (y + 64) * 0.25) - 11 - (y + 64) * 0.18) < 2 && y > -70
  return rectus ? 'muscle' : 'fat'
}
