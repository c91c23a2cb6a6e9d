/** Paper for pages, light box for the dark: the design's tokens as a theme. */
import {
  Button, Checkbox, createTheme, type CSSVariablesResolver, defaultVariantColorsResolver,
  type MantineColorsTuple, Modal, PasswordInput, Table, TextInput, type VariantColorsResolver,
} from '@mantine/core'

/** Index 8 acts on paper, index 4 on the light box. */
const primary: MantineColorsTuple = [
  '#EAF3F7', '#D3E7EF', '#A9D2E2', '#7FC1DA', '#5CB3D6', '#3A97BC', '#237E9F', '#176C8B', '#0F5E7A', '#0A4459',
]
/** Index 4 is the edge of what can be typed into: 3:1 against its ground (WCAG 1.4.11). Of `dark` as well. */
const gray: MantineColorsTuple = [
  '#FBFAF7', '#F4F2EC', '#EBE7DE', '#E3DED4', '#8A8F8E', '#7A8080', '#66747E', '#4A5A66', '#2B3B46', '#14212B',
]
const dark: MantineColorsTuple = [
  '#E7ECF0', '#C9D3DA', '#A9B6C0', '#8795A1', '#5F6D79', '#1D262F', '#141B22', '#0C1116', '#090D11', '#06090C',
]

/** Filled follows the scheme's tokens: white would be too pale on the light box's blue. */
const variants: VariantColorsResolver = (input) => {
  const look = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled') return look
  if (input.color !== 'red') return { ...look, color: 'var(--mantine-primary-color-contrast)' }
  return { ...look, background: 'var(--fj-bad)', hover: 'var(--fj-bad)', color: 'var(--fj-surface)' }
}

export const theme = createTheme({
  variantColorResolver: variants,
  primaryColor: 'primary',
  primaryShade: { light: 8, dark: 4 },
  colors: { primary, gray, dark },
  white: '#FFFFFF',
  black: '#14212B',
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  radius: { sm: '6px', md: '8px', lg: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true, transitionProps: { transition: 'fade', duration: 150 } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
  },
})

const paper = {
  '--fj-paper': '#FBFAF7', '--fj-surface': '#FFFFFF', '--fj-line': '#E3DED4', '--fj-edge': '#8A8F8E',
  '--fj-text': '#14212B', '--fj-quiet': '#4A5A66', '--fj-primary': '#0F5E7A', '--fj-tint': '#E8F1F5',
  '--fj-jacket': '#E8C27A', '--fj-jacket-soft': '#FBF3E2', '--fj-jacket-line': '#D9B36A', '--fj-on-jacket': '#14212B',
  '--fj-good': '#1E7B4F', '--fj-good-soft': '#E8F5EE', '--fj-wait': '#7A4F00', '--fj-wait-soft': '#FFF4DB',
  '--fj-bad': '#A3211A', '--fj-bad-soft': '#FDECEA', '--fj-hover': '#F4F2EC',
  '--fj-float': '0 12px 32px -12px rgb(20 33 43 / 28%)',
}

const lightBox: typeof paper = {
  '--fj-paper': '#0C1116', '--fj-surface': '#141B22', '--fj-line': '#26313B', '--fj-edge': '#657480',
  '--fj-text': '#E7ECF0', '--fj-quiet': '#A9B6C0', '--fj-primary': '#5CB3D6', '--fj-tint': '#15303D',
  '--fj-jacket': '#E8C27A', '--fj-jacket-soft': '#241F14', '--fj-jacket-line': '#6B5930', '--fj-on-jacket': '#14212B',
  '--fj-good': '#7FD1A6', '--fj-good-soft': '#12291F', '--fj-wait': '#F2C66D', '--fj-wait-soft': '#2C2410',
  '--fj-bad': '#FFA198', '--fj-bad-soft': '#351A18', '--fj-hover': '#1B242D',
  '--fj-float': '0 12px 32px -8px rgb(0 0 0 / 70%)',
}

/** Mantine's own names for the same tokens, where its defaults differ. */
function named(tokens: typeof paper): Record<string, string> {
  return {
    ...tokens,
    '--mantine-color-body': tokens['--fj-paper'],
    '--mantine-color-text': tokens['--fj-text'],
    '--mantine-color-dimmed': tokens['--fj-quiet'],
    '--mantine-color-default': tokens['--fj-surface'],
    '--mantine-color-default-hover': tokens['--fj-hover'],
    '--mantine-color-default-border': tokens['--fj-line'],
    '--mantine-color-default-color': tokens['--fj-text'],
    '--mantine-color-anchor': tokens['--fj-primary'],
    '--mantine-color-error': tokens['--fj-bad'],
  }
}

export const tokens: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...named(paper), '--mantine-color-placeholder': '#66747E' },
  dark: {
    ...named(lightBox),
    '--mantine-color-placeholder': '#8795A1',
    '--mantine-primary-color-contrast': '#0C1116',
  },
})
