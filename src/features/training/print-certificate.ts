import { toBuffer } from 'qrcode';
import type { Ctx } from '../../platform/context.ts';
import { docxToPdf } from '../../platform/pdf/docx-to-pdf.ts';
import { renderDocxAside } from '../../platform/pdf/render-docx-aside.ts';
import { theCollege } from '../college/rows.ts';
import { personById } from '../people/rows.ts';
import type { Certificate } from './certificate-rows.ts';
import { certificateData, certificateTitle } from './certificate-texts.ts';
import { certificateTemplate, qrTag } from './templates/certificate.ts';

/** The certificate as PDF, set in a worker; the code on it leads to the page that checks it. */
export const certificatePdf = async (
  ctx: Pick<Ctx, 'db'> & { readonly baseUrl: string },
  certificate: Certificate,
): Promise<Uint8Array> => {
  const college = await theCollege(ctx.db);
  const signatory = college.directorId ? await personById(ctx.db, college.directorId) : undefined;
  const address = `${ctx.baseUrl}/check/${certificate.checkCode}`;
  const picture = await toBuffer(address, { type: 'png', margin: 1, scale: 6, errorCorrectionLevel: 'M' });
  const docx = await renderDocxAside(certificateTemplate(), {
    data: certificateData(certificate, college, signatory),
    pictures: { [qrTag]: new Uint8Array(picture) },
  });
  return docxToPdf(docx, { title: certificateTitle(certificate), engine: 'typst' });
};
