import { parentPort, workerData } from 'node:worker_threads';
import { solveNow } from '../src/index.ts';

parentPort?.postMessage(solveNow(workerData));
