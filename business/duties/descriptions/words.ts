import { words } from '../../../platform/kinds/words.ts'
import { editionWords } from '../editions/words.ts'

/** Refusals where a job description from elsewhere is read. */
export const descriptionWords = words({
  ...editionWords,
  fileDamaged: [
    '文件打不开，可能损坏，请另存后再试',
    'The file cannot be opened: save it again and try once more',
  ],
  fileEmpty: ['里面没有文字', 'There is no text in it'],
  fileTooBig: ['太大了：最多 1.4 MB、两千段', 'Too big: at most 1.4 MB and two thousand paragraphs'],
  fileHostile: ['文件里有不该有的内容，没有打开', 'The file holds what no document needs; it was not opened'],
  notWord: ['不是 Word 文档，请给 .docx 或 .txt', 'Not a Word document: give a .docx or .txt'],
  fileLegacy: ['旧版 .doc 打不开，请在 Word 里另存为 .docx', 'A legacy .doc: save it as .docx in Word'],
  filePdf: [
    'PDF 读不准，请给 Word 或把文字贴进来',
    'A PDF does not read reliably: give the Word file or paste its text',
  ],
  fileNoText: [
    '读不出文字，请给 .docx、.txt 或直接粘贴',
    'No text to be read: give a .docx, a .txt or paste it',
  ],
  noClauses: [
    '没有找到职责条款：每条职责单独一行再试',
    'No clauses were found: put each duty on a line of its own',
  ],
  noLines: ['至少选一条', 'Choose at least one'],
  tooManyLines: ['太多了，请分几份', 'Too many: split the document'],
  noPosition: ['先选这是哪个岗位的职责', 'First say whose job description this is'],
  lineUnknown: ['第 {line} 行不是职责条款', 'Line {line} is no clause'],
  dutyTwice: ['{duty} 对应了两行，请改一行', '{duty} stands for two lines: change one'],
  dutyOfOther: ['{duty} 是别的岗位的条款', '{duty} is a clause of another position'],
})
