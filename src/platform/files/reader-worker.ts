import { parentPort, workerData } from 'node:worker_threads';
import { answerRequest, type ReadRequest } from './answer-request.ts';

const request: ReadRequest = workerData;

parentPort?.postMessage(await answerRequest(request));
