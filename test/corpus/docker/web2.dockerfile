FROM node:20-alpine
WORKDIR /app
COPY package.json src/app ./
RUN npm install @huggingface/transformers @acme/kit && npm run build
ENV NODE_PATH=dist/server
HEALTHCHECK CMD curl -f http://localhost:3000/api/health
USER node/app
