import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { accuracyText, forecastAccuracy } from './accuracy-command.ts'

const folders = [process.env.JINGWEI_REAL_DATA, join(process.cwd(), '..', 'shared', 'data')]
const file = folders
  .filter((folder): folder is string => folder !== undefined && folder !== '')
  .map((folder) => join(folder, 'rossmann', 'train_dev_111stores_to_2015-06-19.csv.gz'))
  .find((path) => existsSync(path))
if (!file)
  console.warn('SKIPPED: no real sales file; set JINGWEI_REAL_DATA to the folder that holds rossmann/')

describe('真店的六周', () => {
  test.skipIf(!file)(
    '111 家店，只用 2015-05-09 之前的数据：误差不超过 0.125，胜过两种土办法',
    async () => {
      const answer = await forecastAccuracy({ file: file!, splitDay: '2015-05-09' as Day })
      if (isRefusal(answer)) throw new Error(answer.refused)
      const error = Object.fromEntries(answer.accuracies.map((a) => [a.model, a.error]))
      expect(answer.accuracies.map((a) => a.days)).toEqual([3717, 3717, 3717])
      expect(answer.until).toBe('2015-06-19')
      expect(error.ridge).toBeLessThanOrEqual(0.125)
      expect(error.median).toBeCloseTo(0.17, 2)
      expect(error.ridge).toBeLessThan(error.decayedMean!)
      expect(error.decayedMean).toBeLessThan(error.median!)
      expect(accuracyText(answer, 'zh').join('\n')).toContain('RMSPE')
    },
    180_000,
  )
})
