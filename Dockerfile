FROM docker.io/library/node:24-slim AS builder
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY cdk-shim/package.json cdk-shim/
RUN npm ci --ignore-scripts
COPY . .
# The engine for other programs is of no use in an image.
RUN npm run bundle && rm -r bundle/dist/engine

FROM docker.io/library/node:24-slim
LABEL io.airbyte.name=airbyte/source-intercom io.airbyte.version=0.1.0
ENV NODE_ENV=production
ENV AIRBYTE_ENTRYPOINT="/app/bin/source-intercom"
WORKDIR /app
COPY --from=builder /build/bundle ./
USER 1000
ENTRYPOINT ["/app/bin/source-intercom"]
