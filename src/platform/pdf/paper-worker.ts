import { parentPort } from 'node:worker_threads';
import { filters } from '../../kernel/russian/wording.ts';
import { readPaper } from '../docx/read-paper.ts';
import { renderDocx } from '../docx/render-docx.ts';
import type { PaperAnswer, PaperRequest } from './paper-request.ts';
import { paperToTypst } from './paper-to-typst.ts';
import { typstPdf } from './typst-pdf.ts';

function work({ job }: PaperRequest): Uint8Array {
  if (job.kind === 'render') return renderDocx(job.template, { data: job.data, filters, pictures: job.pictures });
  if (job.kind === 'typst') return typstPdf({ source: job.source, pictures: new Map() });
  return typstPdf(paperToTypst(readPaper(job.docx), job.title));
}

parentPort?.on('message', (request: PaperRequest) => {
  let answer: PaperAnswer;
  try {
    answer = { id: request.id, bytes: work(request) };
  } catch (error) {
    answer = { id: request.id, problem: error instanceof Error ? error.name : typeof error };
  }
  parentPort?.postMessage(answer);
});
