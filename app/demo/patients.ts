/** People who never were. Their names try what names can do to software. */
export interface Patient {
  readonly id: string
  /** PN, PS3.5 §6.2.1. */
  readonly name: string
  /** DA. */
  readonly birthDate: string
  readonly sex: 'F' | 'M' | 'O'
}

export const PATIENTS = {
  anna: { id: 'DEMO-0001', name: 'Demo^Anna', birthDate: '19740312', sex: 'F' },
  ben: { id: 'DEMO-0002', name: 'Demo^Ben', birthDate: '19881102', sex: 'M' },
  accents: { id: 'DEMO-0003', name: 'Nuñez-Łukaszewska^Zoë^Ağça', birthDate: '19910630', sex: 'F' },
  cyrillic: { id: 'DEMO-0004', name: 'Соколова^Екатерина^Андреевна', birthDate: '19660118', sex: 'F' },
  /** 64 characters, as long as a component group may be. */
  long: {
    id: 'DEMO-0005',
    name: 'Featherstonehaugh-Cholmondeley^Maximilian Bartholomew^Algernon^^',
    birthDate: '19440229',
    sex: 'M',
  },
  rightToLeft: { id: 'DEMO-0006', name: 'Alansari^Fatima==الأنصاري^فاطمة', birthDate: '19790907', sex: 'F' },
} as const satisfies Readonly<Record<string, Patient>>
