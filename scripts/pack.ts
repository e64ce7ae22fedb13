/** `npm run pack`: stages the published packages into dist-packages/ and makes their tarballs there. */
import { packAll } from './pack-all.ts'

for (const tarball of packAll('dist-packages')) console.log(tarball)
