/** The addresses: the house's own pages and those of every room, each loaded when first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { RoomPage } from '../ui/room.ts';
import { NothingHere } from './frame/NothingHere.tsx';
import { WentWrong } from './frame/WentWrong.tsx';
import { Root } from './Root.tsx';
import { rooms } from './rooms.ts';

const housePages: readonly RoomPage[] = [
  { path: '/more', load: () => import('./frame/More.tsx') },
  { path: '/join', load: () => import('./joining/Join.tsx') },
  { path: '/pair', load: () => import('./joining/PairHere.tsx') },
  { path: '/return', load: () => import('./joining/Return.tsx') },
  { path: '/look-around', load: () => import('./first-visit/LookAround.tsx') },
  { path: '/keep', load: () => import('./keeping/Keep.tsx') },
  { path: '/come-back', load: () => import('./keeping/ComeBack.tsx') },
  { path: '/settings', load: () => import('./settings/Settings.tsx') },
  { path: '/settings/recovery', load: () => import('./settings/Recovery.tsx') },
  { path: '/settings/trustees', load: () => import('./settings/Trustees.tsx') },
  { path: '/settings/backup', load: () => import('./settings/Backup.tsx') },
  { path: '/settings/words', load: () => import('./settings/Words.tsx') },
  { path: '/settings/export', load: () => import('./settings/Export.tsx') },
  { path: '/settings/erase', load: () => import('./settings/Erase.tsx') },
  { path: '/settings/erase-for-good', load: () => import('./settings/EraseForGood.tsx') },
  { path: '/settings/workspace', load: () => import('./settings/ThisWorkspace.tsx') },
  { path: '/partners/$partner/campaign', load: () => import('./coalition/OpenCampaign.tsx') },
  { path: '/settings/server', load: () => import('./settings/Server.tsx') },
  { path: '/settings/what-could-be-taken', load: () => import('./settings/WhatCouldBeTaken.tsx') },
  { path: '/settings/about', load: () => import('./settings/About.tsx') },
  { path: '/if-something-happens', load: () => import('./emergency/Emergency.tsx') },
  { path: '/if-something-happens/$page', load: () => import('./emergency/EmergencyPage.tsx') },
];

const root = createRootRoute({
  component: Root,
  notFoundComponent: NothingHere,
  errorComponent: WentWrong,
});

const pages = [...rooms.values()].flatMap((room) => room.pages);
const routes = [...housePages, ...pages].map(({ path, load }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load),
    errorComponent: WentWrong,
  }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPendingMs: 600,
  scrollRestoration: false,
});
