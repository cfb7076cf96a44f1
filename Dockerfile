FROM docker.io/library/node:24-slim AS builder
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY cdk-shim/package.json cdk-shim/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM docker.io/library/node:24-slim
LABEL io.airbyte.name=airbyte/source-intercom io.airbyte.version=0.1.0
ENV NODE_ENV=production
ENV AIRBYTE_ENTRYPOINT="/app/bin/source-intercom"
WORKDIR /app
COPY --from=builder /build/package.json /build/spec.json ./
COPY --from=builder /build/bin ./bin
COPY --from=builder /build/dist ./dist
COPY --from=builder /build/schemas ./schemas
COPY --from=builder /build/node_modules ./node_modules
COPY --from=builder /build/cdk-shim/package.json ./cdk-shim/package.json
COPY --from=builder /build/cdk-shim/dist ./cdk-shim/dist
USER 1000
ENTRYPOINT ["/app/bin/source-intercom"]
