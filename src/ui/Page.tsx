import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { Layout, type LayoutProps } from './Layout.tsx'
import { PlainLayout } from './PlainLayout.tsx'
import { ProjectorLayout } from './ProjectorLayout.tsx'

/** What stands around every page of a request: known once for the request, not by each view. */
export type Frame = Pick<
  LayoutProps,
  'assets' | 'path' | 'navigation' | 'person' | 'logIn' | 'logOut' | 'banner' | 'footerLinks'
>

export const FrameContext = createContext<Frame | undefined>(undefined)

function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('a page is rendered by renderPage')
  return frame
}

/** A page of the house: what a view begins with. */
export const Page = (props: Omit<LayoutProps, keyof Frame>) => {
  const { path = '/', ...frame } = useFrame()
  return <Layout path={path} {...frame} {...props} />
}

/** A page for a projector: large, without navigation. Its view begins with a `ProjectorStage` inside. */
export const ProjectorPage = (props: Omit<Parameters<typeof ProjectorLayout>[0], 'assets'>) => (
  <ProjectorLayout {...props} assets={useFrame().assets} />
)

/** A page for those who come with one errand, in whichever language they read: no navigation, no way to log in. */
export const PlainPage = (props: Omit<Parameters<typeof PlainLayout>[0], 'assets'>) => (
  <PlainLayout {...props} assets={useFrame().assets} />
)
