import { words } from '../kinds/words.ts'

/** Why a file is not read, and what to do about it. */
export const fileWords = words({
  empty: ['文件是空的，没有可以导入的行', 'The file is empty: there are no rows to import'],
  legacyExcel: [
    '这是旧版 Excel（.xls）文件。请用 Excel 或 WPS 打开，点“另存为”，类型选 .xlsx，再上传新文件',
    'This is a legacy Excel (.xls) file. Open it in Excel or WPS, choose "Save as", type .xlsx, and upload that file',
  ],
  encryptedExcel: [
    '这个表格设有打开密码。请用 Excel 或 WPS 取消密码后，另存为 .xlsx 再上传',
    'This workbook is protected by a password. Remove the password in Excel or WPS, save as .xlsx and upload again',
  ],
  binaryExcel: [
    '这是二进制工作簿（.xlsb）。请用 Excel 打开后另存为 .xlsx 再上传',
    'This is a binary workbook (.xlsb). Open it in Excel, save as .xlsx and upload again',
  ],
  openDocument: [
    '这是 OpenDocument 表格（.ods）。请用 LibreOffice 或 WPS 另存为 .xlsx 再上传',
    'This is an OpenDocument sheet (.ods). Save it as .xlsx in LibreOffice or WPS and upload again',
  ],
  numbers: [
    '这是苹果 Numbers 表格。请在 Numbers 里选“文件 → 导出为 → Excel”，得到 .xlsx 再上传',
    'This is an Apple Numbers document. In Numbers choose "File → Export to → Excel" and upload the .xlsx',
  ],
  webPage: [
    '这是网页格式的表格（不少系统导出的 .xls 其实是网页）。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传',
    'This is a web page saved as a sheet (many systems export such .xls files). Open it in Excel or WPS, save as .xlsx and upload again',
  ],
  archive: [
    '这是压缩包，不是表格。请先解压，再上传里面的 .xlsx 或 .csv',
    'This is an archive, not a sheet. Unpack it first and upload the .xlsx or .csv inside',
  ],
  notATable: [
    '这个文件（{found}）不是表格。可以导入的是 .xlsx、.csv、.tsv，以及它们的 .gz',
    'This file ({found}) is not a table. What can be imported: .xlsx, .csv, .tsv, and these as .gz',
  ],
  damaged: [
    '文件损坏或没有传完整（{detail}）。请重新导出一份再上传',
    'The file is damaged or was not sent completely ({detail}). Export it again and upload that',
  ],
  hostile: [
    '文件的内部结构不正常（{detail}），为安全起见没有打开。请用 Excel 或 WPS 打开后另存为新文件再上传',
    'The inside of this file is not normal ({detail}); for safety it was not opened. Open it in Excel or WPS, save it as a new file and upload that',
  ],
  tooBig: [
    '文件太大：{what} 超过上限 {limit}。请按月份或店铺拆成几个文件再上传',
    'The file is too big: {what} is over the limit of {limit}. Split it by month or store and upload the parts',
  ],
  quoteNotClosed: [
    '第 {row} 行附近有一个引号没有配对，后面的内容无法分辨。请检查该行，或用 Excel 另存一次',
    'Near row {row} a quotation mark is not closed, so what follows cannot be told apart. Check that row, or save the file again in Excel',
  ],
  noSuchSheet: [
    '工作簿里没有叫“{sheet}”的工作表。有的是：{sheets}',
    'The workbook has no sheet named "{sheet}". It has: {sheets}',
  ],
  tooSlow: [
    '文件读得异常慢，已停止。请用 Excel 或 WPS 打开后另存为新文件再上传',
    'Reading this file is abnormally slow and was stopped. Open it in Excel or WPS, save it as a new file and upload that',
  ],
  tooMuchMemory: [
    '读这个文件需要的内存超过上限，已停止。请拆成几个文件再上传',
    'Reading this file needs more memory than allowed and was stopped. Split it and upload the parts',
  ],
  notFound: [
    '找不到这个文件，可能已过期，请重新上传',
    'This file is not here any more; please upload it again',
  ],
  tooLargeUpload: [
    '文件超过 {limit} MB，没有收下。请拆成几个文件再上传',
    'The file is over {limit} MB and was not accepted. Split it and upload the parts',
  ],
  signInFirst: ['请先登录', 'Please sign in first'],
  mayNotSend: ['您的岗位不能上传导入文件', 'Your position may not upload files to import'],
  nameMissing: ['上传时没有带文件名', 'The upload carries no file name'],
})
export type FileRefusalWhy = keyof typeof fileWords
