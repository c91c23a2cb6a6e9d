import tsdoc from 'eslint-plugin-tsdoc'
import tseslint from 'typescript-eslint'

/** Budgets of the house: a warning at the first number would be noise, so lint fails at the second. */
const budgets = {
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 5],
}

const clock = { object: 'Date', property: 'now', message: 'Ask the Clock that was handed in.' }
const dice = { object: 'Math', property: 'random', message: 'Ask node:crypto, through ids.ts.' }
const environment = { object: 'process', property: 'env', message: 'config/env.ts reads the environment.' }

export default tseslint.config(
  { ignores: ['**/dist/', '**/generated/', 'node_modules/', 'data/', 'dependency-cruiser.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { tsdoc },
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.web.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...budgets,
      'no-restricted-properties': ['error', clock, dice, environment],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock.message },
      ],
      'no-console': 'error',
      'tsdoc/syntax': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/only-throw-error': 'error',
      // There are no enums: `erasableSyntaxOnly`.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    files: ['packages/dicom-media/**/*.ts'],
    rules: { 'no-bitwise': 'error' },
  },
  {
    files: ['**/*.test.ts', 'tests/**', 'bench/**', 'tools/**'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // They look at all types that a file names, a fifth of what lint takes; what is released is held to them.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['platform/server/config/**', 'platform/server/clock.ts', 'app/cli.ts', 'app/cli/**', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
)
