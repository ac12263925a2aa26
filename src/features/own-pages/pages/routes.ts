import type { Route } from '../../../platform/http/route.ts';
import { aboutMePage, aboutRecordsPage, exportMyData } from './about-me.tsx';

export const ownPagesRoutes: readonly Route[] = [aboutMePage, aboutRecordsPage, exportMyData];
