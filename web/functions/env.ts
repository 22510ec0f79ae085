export type Env = { API: Fetcher; ASSETS: Fetcher }

/** What every Function is called with. */
export type Call = { request: Request; env: Env }
