import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { calendarOf } from '/work/main/business/targets/forecast/calendar.ts'
import { encoderOf } from '/work/main/business/targets/forecast/features.ts'
import { storeDaysOf } from '/work/main/business/targets/forecast/store-days.ts'
import { teach } from '/work/main/business/targets/forecast/moments.ts'
import { chooseSettings, forecastPairs, rootMeanSquarePercentageError, shrinkFor } from '/work/main/business/targets/forecast/settings.ts'
import { fitForecast } from '/work/main/business/targets/forecast/ridge.ts'
import { dayNumber } from '/work/main/platform/kinds/day.ts'
const rows = parse(gunzipSync(readFileSync('/work/shared/data/rossmann/train_dev_111stores_to_2015-06-19.csv.gz')), { columns: true }) as any[]
const stores = storeDaysOf(rows.map((r) => ({ store: r.Store, day: r.Date, sales: +r.Sales, open: r.Open === '1', promotion: r.Promo === '1', publicHoliday: r.StateHoliday !== '0', schoolHoliday: r.SchoolHoliday === '1' })))
const enc = encoderOf(calendarOf('plain'))
let t = performance.now(); const lap = (s: string) => { console.log(s, (performance.now() - t).toFixed(0), 'ms'); t = performance.now() }
const until = dayNumber('2015-05-09' as any)
const taught = stores.map((s) => teach(s, enc, until)); lap('encode')
const chosen = chooseSettings(taught, enc, until, 42); lap('choose')
for (const x of chosen.tried) console.log(JSON.stringify(x.settings), x.error.toFixed(5))
console.log(chosen.windows.map(w=>w.from-until))
t = performance.now()
const model = fitForecast(taught, enc, until, chosen.settings); lap('fit')
for (const w of chosen.windows) { const m = fitForecast(taught, enc, w.from, chosen.settings); const p = forecastPairs(m, taught, enc, w); console.log(w.from - until, p.length, rootMeanSquarePercentageError(p, chosen.settings.shrink).toFixed(5), 'own shrink', shrinkFor(p).toFixed(4)) }
if (process.env.FINAL) { const all = stores.map((s) => teach(s, enc)); const p = forecastPairs(model, all, enc, { from: until, horizon: 42 }); console.log('TEST', p.length, rootMeanSquarePercentageError(p, chosen.settings.shrink), 'raw', rootMeanSquarePercentageError(p)) }
enc.features.forEach((f, i) => console.log(f, model.pooled[i]!.toFixed(3), model.spread[i]!.toFixed(3), model.seen[i]!.toFixed(0)))
