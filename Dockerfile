# syntax=docker/dockerfile:1
# The worker with the dialer's pages (target "worker", the last one) and the commands of an administrator (target "tools").
# Debian, not Alpine: npm packages with native parts are built and tested for it first.
ARG NODE_IMAGE=node:24-bookworm-slim

# What both start from: a folder that the user "node" owns, so that nothing below runs as root.
FROM ${NODE_IMAGE} AS base
WORKDIR /app
RUN mkdir --parents /data /settings && chown node:node /app /data /settings
USER node

# All packages, in a layer of their own: it is made anew only when a lockfile changes.
FROM base AS packages
COPY --chown=node:node .npmrc package.json package-lock.json ./
COPY --chown=node:node contract/package.json contract/
COPY --chown=node:node e2e/package.json e2e/
COPY --chown=node:node extension-ui/package.json extension-ui/
COPY --chown=node:node sync-worker/package.json sync-worker/
COPY --chown=node:node twenty-sandbox/package.json twenty-sandbox/
COPY --chown=node:node scripts/lib/ scripts/lib/
RUN node scripts/lib/install-here.mjs .

FROM packages AS build
COPY --chown=node:node . .
RUN npm run build -w extension-ui

# npm run connect and npm run doctor, with Twenty's own command line for apps (large, and needed nowhere else).
FROM packages AS tools
COPY --chown=node:node twenty-app/package.json twenty-app/package-lock.json twenty-app/
RUN node scripts/lib/install-here.mjs twenty-app
COPY --chown=node:node . .
ENV DIALER_ENV_FILE=/settings/dialer.env
CMD ["npm", "run", "doctor"]

# What the worker needs at run time and nothing more.
FROM packages AS run-time-packages
RUN npm ci --omit=dev --workspace sync-worker --workspace contract \
  # npm puts some packages into the folder of the workspace that wants another version than the rest.
  && mkdir --parents sync-worker/node_modules contract/node_modules

FROM base AS worker
ENV NODE_ENV=production \
    DIALER_HOST=0.0.0.0 \
    DIALER_PORT=4400 \
    DIALER_DATA_DIR=/data
COPY --from=run-time-packages /app/node_modules/ node_modules/
COPY package.json LICENSE ./
COPY contract/ contract/
COPY graphql/ graphql/
COPY sync-worker/ sync-worker/
COPY --from=run-time-packages /app/contract/node_modules/ contract/node_modules/
COPY --from=run-time-packages /app/sync-worker/node_modules/ sync-worker/node_modules/
COPY --from=build /app/extension-ui/dist/ extension-ui/dist/
EXPOSE 4400
# Alive, not ready: a Twenty that is away must not have the worker restarted, which takes calls in all the same.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "sync-worker/src/http/check-health.mjs"]
CMD ["node", "--import", "tsx", "sync-worker/src/main.ts"]
