/** How the page speaks and looks: language and light. */
import { NativeSelect, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun, type Icon } from '@tabler/icons-react'
import { chooseLanguage, currentLanguage, isLanguage, languages } from '../i18n.ts'
import { useFrameTexts } from '../texts/index.ts'

const options = Object.entries(languages).map(([value, label]) => ({ value, label }))

export function LanguageChoice({ plain = false }: { readonly plain?: boolean }) {
  const t = useFrameTexts()
  return (
    <NativeSelect
      size="md"
      label={plain ? undefined : t('language')}
      aria-label={t('language')}
      leftSection={<IconLanguage size={18} aria-hidden="true" />}
      data={options}
      value={currentLanguage()}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) void chooseLanguage(value)
      }}
    />
  )
}

const schemes = [
  ['auto', 'schemeAuto', IconDeviceDesktop],
  ['light', 'schemeLight', IconSun],
  ['dark', 'schemeDark', IconMoon],
] as const satisfies readonly (readonly [MantineColorScheme, string, Icon])[]

export function SchemeChoice() {
  const t = useFrameTexts()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className="fj-fieldset">
      <legend>{t('appearance')}</legend>
      <SegmentedControl<MantineColorScheme>
        fullWidth
        size="md"
        className="fj-segments"
        value={colorScheme}
        onChange={setColorScheme}
        data={schemes.map(([value, text, Sign]) => ({
          value,
          label: <span className="fj-segment"><Sign size={18} aria-hidden="true" />{t(text)}</span>,
        }))}
      />
    </fieldset>
  )
}
