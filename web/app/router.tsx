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
  { path: '/invited', load: () => import('./first-visit/Invited.tsx') },
  { path: '/look-around', load: () => import('./first-visit/LookAround.tsx') },
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
