/** Arrows run one way: app -> modules -> platform -> packages. docs/decisions tells why each rule is here. */

// What each package may stand on. Anything else among packages is a finding.
const leaf = ['dicom-net', 'dicom-web', 'dicom-media', 'dicom-deid', 'dicom-make', 'dicom-pixel']
const stands = { bytes: [], 'dicom-data': ['bytes'], hl7v2: ['bytes'] }
for (const name of leaf) stands[name] = ['bytes', 'dicom-data']

const packageArrows = Object.entries(stands).map(([name, below]) => ({
  name: `arrows-of-${name}`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^packages/', pathNot: [name, ...below].map((b) => `^packages/${b}/`) },
}))

/** A module's own, and that of one of its parts. */
const CONTRACT = ['^modules/[^/]+/contract\\.ts$', '^modules/[^/]+/[^/]+/contract\\.ts$']
const PRODUCTS = '^modules/(portal|sharing|conversion|carts|clearinghouse|trials|viewer)/'
const BORDERS = '^modules/[^/]+/(routes|jobs|dimse|dicomweb|hl7)\\.ts$'

// Tests may look inside; what only they use is in testing.ts.
const TEST = '(\\.test|/testing)\\.ts$|^tests/'

const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    ...packageArrows,
    rule('packages-know-no-product', { path: '^packages/' }, { path: '^(platform|modules|app)/' }),
    rule('package-by-its-face', { path: '^(platform|modules|app)/' }, { path: '^packages/[^/]+/src/(?!index\\.ts$)' },
      'A package is reached by its name, never by a path into it.'),
    rule('platform-knows-no-module', { path: '^platform/' }, { path: '^(modules|app)/' }),
    rule('module-by-its-face', { path: '^modules/([^/]+)/', pathNot: TEST },
      { path: '^modules/', pathNot: ['^modules/$1/', '^modules/[^/]+/(index|contract)\\.ts$'] },
      'Another module is reached by its index.ts, or by its contract.ts for types.'),
    rule('module-layers-1', { path: '^modules/(archive|accounts)/' },
      { path: '^modules/(?!archive/|accounts/)' }),
    rule('module-layers-2', { path: '^modules/(devices|orders|grants|packaging|settings)/' },
      { path: '^modules/(?!archive/|accounts/|devices/|orders/|grants/|packaging/|settings/)' }),
    rule('products-do-not-meet', { path: PRODUCTS },
      { path: PRODUCTS, pathNot: ['^modules/$1/', '^modules/clearinghouse/contract\\.ts$'] },
      'Products meet by events. Carts and trials may speak the clearinghouse contract.'),
    rule('page-is-browser', { path: '^(modules/[^/]+/page|platform/web)/' },
      { path: '^(platform/server|app|modules/[^/]+/(?!page/|contract\\.ts$|[^/]+/contract\\.ts$))' }),
    rule('page-has-no-node', { path: '^(modules/[^/]+/page|platform/web)/' }, { dependencyTypes: ['core'] }),
    rule('contract-is-pure', { path: CONTRACT }, { pathNot: [...CONTRACT, '^packages/', 'typebox'] }),
    rule('tables-behind-store',
      { path: '^modules/', pathNot: '^modules/[^/]+/(store|tables)\\.ts$|/store/|/migrations/|' + TEST },
      { path: 'node_modules/kysely|^modules/[^/]+/tables\\.ts$', dependencyTypesNot: ['type-only'] }),
    rule('border-calls-domain', { path: BORDERS }, { path: '^modules/[^/]+/store\\.ts$' }),
    rule('nobody-calls-a-border', { pathNot: '(^modules/[^/]+/index\\.ts$)|(\\.test\\.ts$)' }, { path: BORDERS }),
    rule('disk-in-one-place',
      { pathNot: '^(platform/server/(blobs|config|database)|modules/conversion/watch|app/cli|tools|bench)|' + TEST },
      { path: '^(node:)?fs(/promises)?$', dependencyTypes: ['core'] }),
    rule('sockets-in-three-places',
      { pathNot: '^(packages/(dicom-net|hl7v2)|platform/server/(http|database)|tools|bench)|' + TEST },
      { path: '^(node:)?(net|tls|http|https)$', dependencyTypes: ['core'] }),
    rule('no-test-in-product', { pathNot: TEST }, { path: TEST }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
