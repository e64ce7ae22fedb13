import { existsSync } from 'node:fs'
import type { Schema, ZoomOperation } from '../../zoom-data/operation.ts'
import { allResourcesModule } from './all-resources-module.ts'
import { groupByResource, kebab } from './names.ts'
import { resourceModule } from './resource-module.ts'
import { namedSchemas, schemasModule } from './schemas-module.ts'
import { settingKindsModule } from './setting-kinds-module.ts'
import { typesModule } from './types-module.ts'

const folder = 'packages/zoom/src/generated'

/** The files of the client that are made from the data, by path. */
export function clientModules(
  operations: readonly ZoomOperation[],
  schemaOf: (name: string) => Schema,
): Readonly<Record<string, string>> {
  const named = namedSchemas(operations, [schemaOf('PageEnvelope')])
  const modules: Record<string, string> = {
    [`${folder}/types/schemas.ts`]: schemasModule(named),
    [`${folder}/setting-kinds.ts`]: settingKindsModule({
      meetingSettingKinds: schemaOf('MeetingSettings'),
      webinarSettingKinds: schemaOf('WebinarSettings'),
    }),
  }
  const byResource = groupByResource(operations)
  const isWhole = (resource: string): boolean => !existsSync(`packages/zoom/src/resources/${kebab(resource)}.ts`)
  modules[`${folder}/all-resources.ts`] = allResourcesModule([...byResource.keys()], isWhole)
  for (const [resource, ofResource] of byResource) {
    const file = kebab(resource)
    modules[`${folder}/types/${file}.ts`] = typesModule(resource, ofResource, named.keys())
    modules[`${folder}/${file}.ts`] = resourceModule(resource, ofResource, isWhole(resource))
  }
  return modules
}
