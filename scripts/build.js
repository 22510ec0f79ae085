import { installPackages } from './local/packages.js'
import { buildSite } from './local/site-build.js'

/** `npm run build`: web/dist, as it is deployed. The Worker is bundled by wrangler itself. */
export default async function build() {
  await installPackages()
  await buildSite()
}
