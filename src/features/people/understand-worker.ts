import { parentPort, workerData } from 'node:worker_threads';
import { type UnderstandRequest, understandSheets } from './understand-sheets.ts';

const request: UnderstandRequest = workerData;

parentPort?.postMessage(understandSheets(request) ?? null);
